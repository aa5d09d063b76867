package io.postrider.link;

import java.time.Instant;

/**
 * Somebody, or some program, opened a short link.
 *
 * @param robot whether a program opened it, such as the preview of a messenger
 * @param ip the address without its end, so that it names no person
 * @param userAgent what the browser says it is, cut
 */
public record Click(
        long accountId, long runId, long messageId, int link, Instant at, boolean robot, String ip, String userAgent) {}
