package io.postrider.http;

import io.vertx.core.Future;
import java.util.Optional;

/** Knows who calls and what each may do. */
public interface Authentication {
    /**
     * Who was recognised.
     *
     * @param csrfToken what a change by a browser must carry in {@code X-CSRF-Token}; empty for API keys
     */
    record Identity(Caller caller, String csrfToken) {}

    /** Who shows this credential; empty if it is unknown or has ended. */
    Future<Optional<Identity>> identify(Credential credential);

    /** Whether the caller has the permission, such as {@code senders:write}. */
    boolean allows(Caller caller, String permission);
}
