package io.postrider.prototype;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads ranges of contacts, renders, and writes messages, batch and the end of the chunk in one transaction. Confined to one
 * event loop; two chunks are under way at a time, and at most so many messages ahead of the lane.
 */
final class Renderer {
    private static final int CHUNK = 1_000;
    private static final int WORKERS = 2;
    private static final int AHEAD = 50_000;
    private static final String CUT = """
            select contact_key from (select contact_key, row_number() over (order by contact_key) as n from subscription) s
            where n % $1::int = 1 order by contact_key
            """;
    private static final String READ = """
            select s.contact_key, s.person_id, s.contact, p.name, p.city from subscription s
            join person p on p.id = s.person_id
            where s.contact_key between $1 and $2 and s.status = 0 order by s.contact_key
            """;
    private static final String INSERT = """
            insert into message (run_id, id, contact_key, person_id, parts, created_at, contact, body)
            select $1, id, contact_key, person_id, 1, $2, contact, body
            from unnest($3::bigint[], $4::bigint[], $5::bigint[], $6::text[], $7::text[])
              as m(id, contact_key, person_id, contact, body)
            """;
    private static final String END = "insert into chunk values ($1, $2, $3)";
    private static final String OFFER = "insert into batch values ($1::bigint, $2::bigint, $3::bigint, $2::bigint - 1)";

    private final Wording wording = new Wording();
    private final List<PgConnection> connections = new ArrayList<>();
    private final Consumer<Batch> ready;
    private final Deque<Range> chunks = new ArrayDeque<>();
    private final List<Promise<Void>> waiting = new ArrayList<>();
    private long nextId = 1;
    private int ahead;

    private record Range(long from, long to) {}

    /** What one insert takes. */
    private static final class Rows {
        private final List<Long> ids = new ArrayList<>();
        private final List<Long> keys = new ArrayList<>();
        private final List<Long> people = new ArrayList<>();
        private final List<String> contacts = new ArrayList<>();
        private final List<String> bodies = new ArrayList<>();

        Tuple tuple(long run) {
            return Tuple.of(run, OffsetDateTime.now(ZoneOffset.UTC))
                    .addArrayOfLong(ids.toArray(Long[]::new))
                    .addArrayOfLong(keys.toArray(Long[]::new))
                    .addArrayOfLong(people.toArray(Long[]::new))
                    .addArrayOfString(contacts.toArray(String[]::new))
                    .addArrayOfString(bodies.toArray(String[]::new));
        }
    }

    private Renderer(Consumer<Batch> ready) {
        this.ready = ready;
    }

    /** @param ready hears of each batch */
    static Future<Renderer> open(Vertx vertx, PgConnectOptions options, Consumer<Batch> ready) {
        Renderer renderer = new Renderer(ready);
        List<Future<?>> connecting = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            connecting.add(PgConnection.connect(vertx, options).onSuccess(renderer.connections::add));
        }
        return Future.all(connecting).map(renderer);
    }

    /** Renders for everyone. */
    Future<Void> run(long run) {
        ahead = 0;
        return connections.get(0).preparedQuery(CUT).execute(Tuple.of(CHUNK)).compose(cut -> {
            List<Long> begins = new ArrayList<>();
            cut.forEach(row -> begins.add(row.getLong(0)));
            for (int i = 0; i < begins.size(); i++) {
                chunks.add(new Range(begins.get(i), i + 1 < begins.size() ? begins.get(i + 1) - 1 : Long.MAX_VALUE));
            }
            List<Future<?>> workers = new ArrayList<>();
            connections.forEach(connection -> workers.add(work(connection, run)));
            return Future.all(workers).mapEmpty();
        });
    }

    /** The lane has taken so many. */
    void taken(int number) {
        ahead -= number;
        if (ahead < AHEAD) {
            List<Promise<Void>> free = List.copyOf(waiting);
            waiting.clear();
            free.forEach(Promise::complete);
        }
    }

    private Future<Void> work(PgConnection connection, long run) {
        Range range = chunks.poll();
        if (range == null) {
            return Future.succeededFuture();
        }
        return room().compose(free -> connection.preparedQuery(READ).execute(Tuple.of(range.from(), range.to())))
                .compose(rows -> write(connection, run, rows))
                .compose(written -> work(connection, run));
    }

    private Future<Void> room() {
        if (ahead < AHEAD) {
            return Future.succeededFuture();
        }
        Promise<Void> room = Promise.promise();
        waiting.add(room);
        return room.future();
    }

    private Future<Void> write(PgConnection connection, long run, RowSet<Row> people) {
        Rows rows = new Rows();
        long first = nextId;
        for (Row row : people) {
            long id = nextId++;
            rows.ids.add(id);
            rows.keys.add(row.getLong(0));
            rows.people.add(row.getLong(1));
            rows.contacts.add(row.getString(2));
            rows.bodies.add(wording.text(id, row.getString(3), row.getString(4)));
        }
        Batch batch = new Batch(run, first, nextId - 1);
        Tuple range = Tuple.of(run, batch.first(), batch.last());
        return Pipeline.done(List.of(
                        connection.query("begin").execute(),
                        connection.preparedQuery(INSERT).execute(rows.tuple(run)),
                        connection.preparedQuery(END).execute(range),
                        connection.preparedQuery(OFFER).execute(range),
                        connection.query("commit").execute()))
                .onSuccess(written -> {
                    ahead += batch.size();
                    ready.accept(batch);
                });
    }
}
