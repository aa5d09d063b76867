package io.postrider.plugin.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message to submit.
 *
 * @param token the host's number for it, echoed in its outcome; never sent as text
 * @param from caller ID: digits, a short code or up to 11 letters and digits
 * @param to phone in E.164 without the plus sign
 * @param parts text of each part, already split so that each fits with a concatenation header of 8-bit reference
 * @param encoding how every part travels
 * @param expires after this instant the operator need not try; null for the operator's own limit
 * @param receipt whether a delivery receipt is wanted
 */
public record Submission(
        long token,
        String from,
        String to,
        List<String> parts,
        Encoding encoding,
        @Nullable Instant expires,
        boolean receipt) {}
