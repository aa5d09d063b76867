package io.postrider.simulator.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.smpp.wire.Tlvs;
import java.util.Random;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.Test;

class SegmentRandomTest {
    private static final int[] TAGS = {
        Tlvs.SAR_MSG_REF_NUM,
        Tlvs.SAR_TOTAL_SEGMENTS,
        Tlvs.SAR_SEGMENT_SEQNUM,
        Tlvs.DEST_ADDR_SUBUNIT,
        Tlvs.MESSAGE_PAYLOAD
    };

    @Test
    void randomOctetsAreAlwaysRead() {
        var random = new Random(23_038);
        for (int i = 0; i < 20_000; i++) {
            SubmitSm submit = submit(random);
            for (DefaultAlphabet alphabet : DefaultAlphabet.values()) {
                Segment read = SegmentReader.read(submit, alphabet);
                assertThat(read.total()).as("round %d", i).isBetween(1, 255);
                assertThat(read.number()).isBetween(1, read.total());
                assertThat(read.units()).isNotNegative();
                assertThat(read.ports()).isBetween(-1, 65_535);
            }
        }
    }

    @Test
    void randomHeadersThatHoldTogetherAreAlwaysRead() {
        var random = new Random(23_040);
        byte[] elements = {0x00, 0x04, 0x05, 0x08, 0x24, 0x25, 0x0A};
        for (int i = 0; i < 20_000; i++) {
            byte[] octets = octets(random, 20);
            if (octets.length > 3) {
                octets[0] = (byte) (2 + random.nextInt(octets.length - 2));
                octets[1] = elements[random.nextInt(elements.length)];
                octets[2] = (byte) random.nextInt(octets.length);
            }
            var submit = Submits.of(random.nextInt(256), octets);
            submit.setEsmClass((byte) 0x40);
            assertThat(SegmentReader.read(submit, DefaultAlphabet.GSM_PACKED).text())
                    .isNotNull();
        }
    }

    @Test
    void randomTextsComeBackFromTheirParts() {
        var random = new Random(160);
        for (int i = 0; i < 2_000; i++) {
            String text = text(random);
            var read = new StringBuilder();
            for (Phrase part : PhraseWriter.parts(text, 7)) {
                var submit = new SubmitSm();
                part.write(submit);
                Segment segment = SegmentReader.read(submit);
                assertThat(segment.problem()).isNull();
                read.append(segment.text());
            }
            assertThat(read).hasToString(text);
        }
    }

    private static SubmitSm submit(Random random) {
        SubmitSm submit = Submits.of(random.nextInt(256), octets(random, 40));
        submit.setEsmClass((byte) random.nextInt(256));
        var parameters = new OptionalParameter[random.nextInt(4)];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = Tlvs.of(TAGS[random.nextInt(TAGS.length)], octets(random, 6));
        }
        submit.setOptionalParameters(parameters);
        return submit;
    }

    private static byte[] octets(Random random, int most) {
        var octets = new byte[random.nextInt(most)];
        random.nextBytes(octets);
        return octets;
    }

    private static String text(Random random) {
        String[] pieces = random.nextBoolean()
                ? new String[] {"a", "€", "@", "Ω", "{"}
                : new String[] {"Ж", "😀", "€", "ab", "👨‍👩‍👧"};
        var text = new StringBuilder();
        for (int i = random.nextInt(400); i > 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }
}
