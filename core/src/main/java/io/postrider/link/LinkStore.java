package io.postrider.link;

import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds what short links lead to. A code says the number of a message, and the chunks say whose it is. */
public final class LinkStore {
    private static final String MAKE_KEY = """
            insert into server_key (name, value) values ('short-link', $1) on conflict (name) do nothing
            """;
    private static final String KEY = "select value from server_key where name = 'short-link'";
    private static final String RUN_OF = """
            select run_id from (
              select run_id, last_id from chunk where first_id <= $1 order by first_id desc limit 1) as nearest
            where last_id >= $1
            """;
    private static final String RUNS_SINCE = """
            select id from run where opened_at >= $1 and exists (select from run_link l where l.run_id = id)
            order by id desc limit $2
            """;
    private static final String ACCOUNT = "select account_id from run where id = $1";
    private static final String URLS = "select url from run_link where account_id = $1 and run_id = $2 order by no";
    private static final String RANGES = """
            select first_id, last_id from chunk where account_id = $1 and run_id = $2 and first_id is not null
            order by first_id
            """;
    private static final String PERSONAL = """
            select coalesce(personal_links, '{}') as personal_links from message where account_id = $1 and run_id = $2 and id = $3
            """;

    private final Database database;

    public LinkStore(Database database) {
        this.database = database;
    }

    /** The key of all short links, made by the first server that asks. It never changes, or links in old messages would end. */
    public Future<byte[]> key(SecureRandom random) {
        byte[] fresh = new byte[ShortCodes.KEY_BYTES];
        random.nextBytes(fresh);
        return database.query(MAKE_KEY, Buffer.buffer(fresh))
                .compose(ignored -> database.query(KEY))
                .map(rows -> rows.iterator().next().getBuffer("value").getBytes());
    }

    /** The run of a message, with its targets as far as it is rendered. */
    public Future<Optional<RunLinks>> runOf(long message) {
        return database.first(row -> row.getLong("run_id"), RUN_OF, message)
                .compose(run -> run.map(id -> links(id).map(Optional::of))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }

    /** Runs with links that were opened since an instant, the newest first. */
    public Future<List<RunLinks>> runsSince(Instant since, int limit) {
        return database.list(row -> row.getLong("id"), RUNS_SINCE, since.atOffset(ZoneOffset.UTC), limit)
                .compose(runs -> {
                    Future<List<RunLinks>> all = Future.succeededFuture(new ArrayList<>());
                    for (long run : runs) {
                        all = all.compose(list -> links(run).map(links -> {
                            list.add(links);
                            return list;
                        }));
                    }
                    return all;
                });
    }

    /** A message's own targets, in the order of their numbers from 8. */
    public Future<List<String>> personal(long account, long run, long message) {
        return database.first(row -> row.getArrayOfStrings("personal_links"), PERSONAL, account, run, message)
                .map(links -> links.map(Arrays::asList).orElseGet(List::of));
    }

    private Future<RunLinks> links(long run) {
        return database.query(ACCOUNT, run)
                .map(rows -> rows.iterator().next().getLong("account_id"))
                .compose(account -> database.list(row -> row.getString("url"), URLS, account, run)
                        .compose(urls -> database.list(
                                        row -> new RunLinks.Range(row.getLong("first_id"), row.getLong("last_id")),
                                        RANGES,
                                        account,
                                        run)
                                .map(ranges -> new RunLinks(account, run, urls, ranges))));
    }
}
