package io.postrider.stage.tracking;

import static io.postrider.store.TestDatabase.await;

import io.postrider.link.ShortCodes;
import io.postrider.store.Database;
import io.postrider.store.Weeks;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Rows of runs whose messages have links, as rendering leaves them. */
final class SentLinks {
    static final ShortCodes CODES = new ShortCodes(new byte[ShortCodes.KEY_BYTES]);
    static final String FIXED = "https://shop.example/sale?utm=sms";
    private static final String MAILING = """
            insert into mailing (account_id, id, name, kind, state, channel, created_at, updated_at)
            values (1, 9, 'Links', 'broadcast', 'running', 'sms', now(), now()) on conflict do nothing
            """;
    private static final String RUN = """
            insert into run (account_id, id, mailing_id, kind, state, channel, resource_id, database_id, template_id,
              template_version, sender_id, caller_id, tracking_base, validity_seconds, max_parts, seed, opened_at)
            values (1, $1, 9, 'live', 'sending', 'sms', 1, 1, 1, 1, 1, 'Shop', '', 60, 1, 1, $2)
            """;
    private static final String CHUNK = """
            insert into chunk (account_id, run_id, no, contact_from, contact_to, state, received, found, first_id, last_id)
            values (1, $1, 0, 0, 9, 'rendered', 0, 0, $2, $3)
            """;
    private static final String MESSAGE = """
            insert into message (run_id, id, account_id, channel, contact_key, occurrence, database_id, profile_id,
              subscription_id, sender_id, template_version, parts, encoding, created_at, contact, body, personal_links)
            values ($1, $2, 1, 'sms', $2, 0, 1, 1, 1, 1, 1, 1, 0, now(), '1', '', array[$3])
            """;

    private SentLinks() {}

    /** A run with the messages from {@code first} to {@code last}; the last one has a link of its own. */
    static long run(Database database, int number, long first, long last, String personal) {
        long run = (Weeks.current(Clock.systemUTC()) << 32) + number;
        await(database.query(MAILING));
        await(database.query(RUN, run, OffsetDateTime.now(ZoneOffset.UTC)));
        await(database.query(CHUNK, run, first, last));
        await(database.query("insert into run_link (account_id, run_id, no, url) values (1, $1, 0, $2)", run, FIXED));
        await(database.query(MESSAGE, run, last, personal));
        return run;
    }
}
