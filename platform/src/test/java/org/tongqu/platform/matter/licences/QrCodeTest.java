package org.tongqu.platform.matter.licences;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** FEATURE: the code on a licence. */
class QrCodeTest {

    private static final String ADDRESS = "http://localhost:8080/check/3vQB7B6MrGQZaxCuFg4oh";

    @Test
    void aReaderFindsInThePictureWhatWasPutIn() throws Exception {
        var picture = ImageIO.read(new ByteArrayInputStream(QrCode.of(ADDRESS).png(4)));
        int width = picture.getWidth();
        int height = picture.getHeight();
        var pixels = picture.getRGB(0, 0, width, height, null, 0, width);

        var read = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))));

        assertThat(read.getText()).isEqualTo(ADDRESS);
    }

    @Test
    void theDrawingHasAsManyDarkModulesAsThePicture() throws Exception {
        var picture = ImageIO.read(new ByteArrayInputStream(QrCode.of(ADDRESS).png(1)));
        long dark = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                dark += (picture.getRGB(x, y) & 0xFF) == 0 ? 1 : 0;
            }
        }
        long drawn = Pattern.compile("v1h-(\\d+)z")
                .matcher(QrCode.of(ADDRESS).svg())
                .results()
                .mapToLong(run -> Long.parseLong(run.group(1)))
                .sum();

        assertThat(drawn).isEqualTo(dark).isPositive();
    }
}
