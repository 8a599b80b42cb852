package org.tongqu.exchange.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** In what texts are written: UTF-8 is tried first and strictly, then GB 18030, which holds GBK and GB 2312. */
final class Encodings {

    private static final int BUFFER = 1 << 16;
    private static final List<Charset> KNOWN = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private Encodings() {}

    /** The whole file as signs, without the mark at its beginning. */
    static Reader open(Path file) throws IOException, Unfit {
        for (var charset : KNOWN) {
            if (isWritten(file, charset)) {
                return reader(file, charset);
            }
        }
        throw new Unfit(BatchFault.of("encoding", file.getFileName()));
    }

    private static boolean isWritten(Path file, Charset charset) throws IOException {
        var signs = new char[BUFFER];
        try (var reader = reader(file, charset)) {
            for (int read = reader.read(signs); read >= 0; read = reader.read(signs)) {
                for (int i = 0; i < read; i++) {
                    if (signs[i] == 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static Reader reader(Path file, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new InputStreamReader(withoutMark(Files.newInputStream(file)), decoder);
    }

    private static InputStream withoutMark(InputStream plain) throws IOException {
        var in = new BufferedInputStream(plain, BUFFER);
        in.mark(3);
        var isMark = in.read() == 0xEF && in.read() == 0xBB && in.read() == 0xBF;
        if (!isMark) {
            in.reset();
        }
        return in;
    }
}
