package io.postrider.account;

import java.time.Instant;
import java.util.Optional;

/**
 * By what a program calls the API. The key itself is shown once and never kept.
 *
 * @param prefix the first characters of the key, so that people can tell keys apart
 * @param role what it may do at most; it never may more than the one who made it
 */
public record ApiKey(
        long accountId,
        long id,
        String name,
        String prefix,
        Role role,
        long createdBy,
        Instant createdAt,
        Optional<Instant> usedAt) {}
