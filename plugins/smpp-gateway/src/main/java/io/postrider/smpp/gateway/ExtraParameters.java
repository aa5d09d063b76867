package io.postrider.smpp.gateway;

import io.postrider.plugin.api.SettingException;
import io.postrider.smpp.wire.Tlvs;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.bean.OptionalParameter;

/** Optional parameters that an operator wants in every submit, such as {@code 0x1403=0x0102; 0x1400=campaign}. */
final class ExtraParameters {
    private static final Pattern ONE = Pattern.compile("0[xX]([0-9a-fA-F]{1,4})\\s*=\\s*(.*)");
    private static final Pattern HEX = Pattern.compile("0[xX]((?:[0-9a-fA-F]{2})*)");
    private static final List<Integer> OURS = List.of(
            Tlvs.MESSAGE_PAYLOAD,
            Tlvs.USER_MESSAGE_REFERENCE,
            Tlvs.SAR_MSG_REF_NUM,
            Tlvs.SAR_TOTAL_SEGMENTS,
            Tlvs.SAR_SEGMENT_SEQNUM);

    private ExtraParameters() {}

    static List<OptionalParameter> parse(String setting, String written) {
        List<OptionalParameter> all = new ArrayList<>();
        for (String one : written.split(";", -1)) {
            if (!one.isBlank()) {
                all.add(parameter(setting, one.strip()));
            }
        }
        return List.copyOf(all);
    }

    private static OptionalParameter parameter(String setting, String written) {
        Matcher parts = ONE.matcher(written);
        if (!parts.matches()) {
            throw new SettingException(setting, "must look like 0x1403=0x0102; 0x1400=text");
        }
        int tag = Integer.parseInt(parts.group(1), 16);
        if (OURS.contains(tag)) {
            throw new SettingException(setting, "names a parameter that the gateway itself sends");
        }
        Matcher hex = HEX.matcher(parts.group(2));
        return hex.matches() ? Tlvs.of(tag, HexFormat.of().parseHex(hex.group(1))) : Tlvs.ofString(tag, parts.group(2));
    }
}
