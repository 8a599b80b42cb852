package org.tongqu.platform.trust.seals.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform._support.PlatformDatabase;
import org.tongqu.platform._support.TestDatabase;
import org.tongqu.platform.operate.start.Mode;
import org.tongqu.servers.CannotStart;

/** FEATURE: what is sealed opens with its key alone, unchanged and in its place; a change of keys loses nothing. */
@PlatformDatabase
class KeyFileTest {

    private static final String FIRST = "5a".repeat(32);
    private static final String SECOND = "c3".repeat(32);
    private static final String NUMBER = "999901198506120014";

    private final SealsConfiguration configuration = new SealsConfiguration();
    private final TestDatabase database;

    @TempDir
    private Path folder;

    KeyFileTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void aChangedValueDoesNotOpen() throws IOException {
        var cipher = keys("key " + FIRST).cipher("test.number");
        for (int at = 0; at < cipher.seal(NUMBER).length; at++) {
            var sealed = cipher.seal(NUMBER);
            sealed[at] ^= 1;
            assertThatThrownBy(() -> cipher.open(sealed))
                    .as("byte %d changed", at)
                    .isInstanceOf(FieldCipher.CannotOpen.class)
                    .message()
                    .doesNotContain(NUMBER);
        }
    }

    @Test
    void aValueOfOneFieldDoesNotOpenInAnother() throws IOException {
        var keys = keys("key " + FIRST);
        var sealed = keys.cipher("test.number").seal(NUMBER);

        assertThatThrownBy(() -> keys.cipher("test.mobile").open(sealed)).isInstanceOf(FieldCipher.CannotOpen.class);
        assertThat(keys.cipher("test.mobile").index(NUMBER))
                .isNotEqualTo(keys.cipher("test.number").index(NUMBER));
    }

    @Test
    void anotherKeyOpensNothing() throws IOException {
        var sealed = keys("key " + FIRST).cipher("test.number").seal(NUMBER);

        assertThatThrownBy(() -> keys("key " + SECOND).cipher("test.number").open(sealed))
                .isInstanceOf(FieldCipher.CannotOpen.class);
    }

    @Test
    void afterAChangeOfKeysOldValuesOpenAndAreFoundAndNewOnesNeedTheNewKey() throws IOException {
        var old = keys("key " + FIRST).cipher("test.number");
        var next = keys("key " + SECOND + "\nearlier " + FIRST).cipher("test.number");

        assertThat(next.openText(old.seal(NUMBER))).isEqualTo(NUMBER);
        assertThat(next.indexes(NUMBER)).anyMatch(index -> Arrays.equals(index, old.index(NUMBER)));
        assertThatThrownBy(() -> old.open(next.seal(NUMBER))).isInstanceOf(FieldCipher.CannotOpen.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "demo", "key 12", "key zz", "key \nearlier 00", "key A\nkey B"})
    void aFileWithoutExactlyOneWholeKeyIsRefusedWithWhatItNeeds(String text) {
        assertThatThrownBy(() -> keys(text.replace("A", FIRST).replace("B", SECOND)))
                .isInstanceOfSatisfying(CannotStart.class, refused -> {
                    assertThat(refused.getMessage()).contains("cannot be read");
                    assertThat(refused.remedy()).contains("openssl rand -hex 32");
                });
    }

    @Test
    void aProgramWithAnotherKeyDoesNotStartOnTheSameDatabase() throws IOException {
        assertThat(started(Mode.PRODUCTION, "key " + FIRST).isDemo()).isFalse();

        assertThatThrownBy(() -> started(Mode.PRODUCTION, "key " + SECOND))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is not the one this database was sealed with");
        assertThat(started(Mode.PRODUCTION, "key " + SECOND + "\nearlier " + FIRST)
                        .path())
                .exists();
    }

    @Test
    void productionNeedsAFileThatIsNamedNotTheDemosAndForItsOwnerAlone() throws IOException {
        assertThatThrownBy(
                        () -> configuration.keyFile(Mode.PRODUCTION, new MockEnvironment(), database.asApplication()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("No key file is named");
        var demo = keys("demo\nkey " + FIRST);
        var open = keys("key " + FIRST);
        Files.setPosixFilePermissions(open.path(), PosixFilePermissions.fromString("rw-r-----"));
        var good = keys("key " + FIRST);

        assertThat(configuration.noDemoKeys(demo).objection())
                .hasValueSatisfying(said -> assertThat(said)
                        .contains("belongs to the demo", demo.path().toString()));
        assertThat(configuration.keysAreForTheOwnerAlone(open).objection())
                .hasValueSatisfying(said -> assertThat(said).contains("chmod 600 " + open.path()));
        assertThat(configuration.noDemoKeys(good).objection()).isEmpty();
        assertThat(configuration.keysAreForTheOwnerAlone(good).objection()).isEmpty();
    }

    @Test
    void theDemoMakesItsOwnKeyOnceAndForItsOwnerAlone() {
        var path = folder.resolve("keys").resolve("demo.key");

        var made = KeyFile.ofDemo(path);
        var sealed = made.cipher("test.number").seal(NUMBER);

        assertThat(made.isDemo()).isTrue();
        assertThat(made.isOpenToOthers()).isFalse();
        assertThat(KeyFile.ofDemo(path).cipher("test.number").openText(sealed)).isEqualTo(NUMBER);
    }

    private KeyFile started(Mode mode, String text) throws IOException {
        var environment = new MockEnvironment();
        environment.setProperty("tongqu.keys", keys(text).path().toString());
        return configuration.keyFile(mode, environment, database.asApplication());
    }

    private KeyFile keys(String text) throws IOException {
        var path = Files.createTempFile(
                folder, "", ".key", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return KeyFile.read(Files.writeString(path, text + "\n"));
    }
}
