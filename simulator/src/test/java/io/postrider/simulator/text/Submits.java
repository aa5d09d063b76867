package io.postrider.simulator.text;

import java.util.HexFormat;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;

/** Makes submit_sm to read. */
final class Submits {
    private Submits() {}

    /** One of this data_coding with a text in hexadecimal, spaces allowed. */
    static SubmitSm of(int coding, String hex, OptionalParameter... parameters) {
        return of(coding, octets(hex), parameters);
    }

    static SubmitSm of(int coding, byte[] octets, OptionalParameter... parameters) {
        var submit = new SubmitSm();
        submit.setDataCoding((byte) coding);
        submit.setShortMessage(octets);
        submit.setOptionalParameters(parameters);
        return submit;
    }

    /** One that says of itself that it has a user data header. */
    static SubmitSm withHeader(int coding, String hex, OptionalParameter... parameters) {
        SubmitSm submit = of(coding, hex, parameters);
        submit.setEsmClass((byte) 0x40);
        return submit;
    }

    static byte[] octets(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    /** The text of a submit_sm of the GSM alphabet without a header. */
    static Segment read(int coding, String hex) {
        return SegmentReader.read(of(coding, hex));
    }
}
