package io.postrider.smpp.gateway;

import java.math.BigInteger;
import java.util.Locale;

/**
 * How an operator writes its message ids: some answer in hexadecimal and report in decimal, or pad, or change the case.
 * Both are brought to one form here, so that they can be compared exactly.
 */
enum OperatorIds {
    ASIS {
        @Override
        String ofResponse(String id) {
            return id.trim();
        }

        @Override
        String ofReceipt(String id) {
            return id.trim();
        }
    },
    RESP_HEX {
        @Override
        String ofResponse(String id) {
            return number(id, 16);
        }

        @Override
        String ofReceipt(String id) {
            return number(id, 10);
        }
    },
    DLR_HEX {
        @Override
        String ofResponse(String id) {
            return number(id, 10);
        }

        @Override
        String ofReceipt(String id) {
            return number(id, 16);
        }
    },
    AUTO {
        @Override
        String ofResponse(String id) {
            return bare(id);
        }

        @Override
        String ofReceipt(String id) {
            return bare(id);
        }
    };

    abstract String ofResponse(String id);

    abstract String ofReceipt(String id);

    static OperatorIds of(String setting) {
        return switch (setting) {
            case "respHex" -> RESP_HEX;
            case "dlrHex" -> DLR_HEX;
            case "auto" -> AUTO;
            default -> ASIS;
        };
    }

    private static String number(String id, int radix) {
        try {
            return new BigInteger(id.trim(), radix).toString();
        } catch (NumberFormatException notANumber) {
            return bare(id);
        }
    }

    private static String bare(String id) {
        String folded = id.trim().toLowerCase(Locale.ROOT);
        int zeros = 0;
        while (zeros < folded.length() - 1 && folded.charAt(zeros) == '0') {
            zeros++;
        }
        return folded.substring(zeros);
    }
}
