package io.tongban.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Values compressed and padded: any comes back as it was, and nothing else is taken for one. */
class PackedTests {

    private static final String SENTENCE =
            "{\"state\":\"MET\",\"name\":{\"en\":\"household register\",\"zh\":\"户籍\"}},";

    @ParameterizedTest
    @MethodSource("seeds")
    void anyValueComesBack(long seed) throws DataFormatException {
        byte[] value = value(new Random(seed));

        assertThat(unpacked(Packed.of(value).bytes())).isEqualTo(value);
    }

    @Test
    void aLongTextTakesLittleAndItsLengthIsAStep() {
        byte[] packed =
                Packed.of(SENTENCE.repeat(200).getBytes(StandardCharsets.UTF_8)).bytes();

        assertThat(packed).hasSize(256);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 256",
        "256, 256",
        "257, 512",
        "4096, 4096",
        "4097, 4352",
        "8192, 8192",
        "8193, 8704",
        "65537, 67584",
        "1000000, 1015808"
    })
    void lengthsGrowInSteps(int length, int padded) {
        assertThat(Packed.padded(length)).isEqualTo(padded);
    }

    @Test
    void textsOfAboutTheSameLengthAreOfOneLength() {
        assertThat(IntStream.rangeClosed(1, 40)
                        .map(words -> Packed.of("户籍 ".repeat(words).getBytes(StandardCharsets.UTF_8))
                                .bytes()
                                .length)
                        .distinct())
                .containsExactly(256);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aHeadOfWhichOneBitIsChangedIsRefused(long seed) { // what is changed behind the head, the encryption sees
        byte[] packed = Packed.of(value(new Random(seed))).bytes();
        for (int bit = 0; bit < Byte.SIZE * (1 + Integer.BYTES); bit++) {
            byte[] changed = packed.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);

            assertThatThrownBy(() -> unpacked(changed)).isInstanceOf(DataFormatException.class);
        }
    }

    @Test
    void aLengthThatCannotBeIsRefusedBeforeAnyRoomIsTaken() {
        byte[] packed = Packed.of(new byte[100_000]).bytes();

        assertThatThrownBy(() -> unpacked(saying(packed, Integer.MAX_VALUE))).isInstanceOf(DataFormatException.class);
        assertThatThrownBy(() -> unpacked(saying(packed, -1))).isInstanceOf(DataFormatException.class);
        assertThatThrownBy(() -> unpacked(saying(packed, 1032 * packed.length + 1)))
                .isInstanceOf(DataFormatException.class);
    }

    @Test
    void moreOrLessThanItSaysIsRefused() {
        byte[] packed = Packed.of(new byte[100_000]).bytes();

        assertThatThrownBy(() -> unpacked(saying(packed, 99_999))).isInstanceOf(DataFormatException.class);
        assertThatThrownBy(() -> unpacked(saying(packed, 100_001))).isInstanceOf(DataFormatException.class);
        assertThatThrownBy(() -> unpacked(Arrays.copyOf(packed, packed.length + 256)))
                .isInstanceOf(DataFormatException.class);
        byte[] writtenOn = packed.clone();
        writtenOn[packed.length - 1] = 1;
        assertThatThrownBy(() -> unpacked(writtenOn)).isInstanceOf(DataFormatException.class);
        assertThatThrownBy(() -> unpacked(Arrays.copyOf(packed, 20))).isInstanceOf(DataFormatException.class);
        assertThatThrownBy(() -> unpacked(new byte[0])).isInstanceOf(DataFormatException.class);
        assertThatThrownBy(() -> unpacked(new byte[256])).isInstanceOf(DataFormatException.class);
    }

    @Test
    void whatIsTooLongForAFieldIsRefused() {
        assertThatThrownBy(() -> Packed.of(new byte[Packed.LONGEST + 1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("longer than 16777216");
    }

    private static byte[] unpacked(byte[] packed) throws DataFormatException {
        return Packed.read(packed).unpack();
    }

    private static byte[] saying(byte[] packed, int length) {
        byte[] changed = packed.clone();
        ByteBuffer.wrap(changed).putInt(1, length);
        return changed;
    }

    /** Half of them noise, which compression makes longer; the others repeat themselves. */
    private static byte[] value(Random random) {
        byte[] value = new byte[random.nextInt(1 << random.nextInt(18))];
        if (random.nextBoolean()) {
            random.nextBytes(value);
        } else {
            byte[] sentence = SENTENCE.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < value.length; i++) {
                value[i] = sentence[i % (1 + random.nextInt(sentence.length))];
            }
        }
        return value;
    }

    private static LongStream seeds() {
        return LongStream.range(0, 200);
    }
}
