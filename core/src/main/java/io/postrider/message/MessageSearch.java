package io.postrider.message;

import org.jspecify.annotations.Nullable;

/**
 * What is looked for; null means any.
 *
 * @param runBefore with {@code idBefore}, where the list goes on; the newest come first
 */
public record MessageSearch(
        long accountId,
        @Nullable Long number,
        @Nullable Long runId,
        @Nullable MessageState state,
        long runBefore,
        long idBefore,
        int limit) {}
