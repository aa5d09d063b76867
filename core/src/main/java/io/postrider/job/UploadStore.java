package io.postrider.job;

import io.postrider.refusal.Refusal;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.ZoneOffset;
import java.util.List;

/** What was uploaded, in PostgreSQL; the bytes lie in a folder. */
public final class UploadStore {
    private static final String COLUMNS = "account_id, id, file_name, bytes, path, created_by, created_at";
    private static final String INSERT =
            "insert into upload (" + COLUMNS + ") values ($1, $2, $3, $4, $5, $6, $7) returning " + COLUMNS;
    private static final String FIND = "select " + COLUMNS + " from upload where account_id = $1 and id = $2";
    private static final String PAGE = "select " + COLUMNS
            + " from upload where account_id = $1 and id < $2 and file_name ilike $3 order by id desc limit $4";

    private final Database database;
    private final Ids ids;

    public UploadStore(Database database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /** Writes a new upload and gives it its number. */
    public Future<Upload> create(Upload made) {
        return ids.next(Ids.Series.OBJECT)
                .compose(id -> database.query(
                        INSERT,
                        made.accountId(),
                        id,
                        made.fileName(),
                        made.bytes(),
                        made.path(),
                        made.createdBy(),
                        made.createdAt().atOffset(ZoneOffset.UTC)))
                .map(rows -> upload(rows.iterator().next()));
    }

    /** The upload, or a refusal. */
    public Future<Upload> get(long account, long id) {
        return database.first(UploadStore::upload, FIND, account, id)
                .compose(found -> found.map(Future::succeededFuture)
                        .orElseGet(() -> Future.failedFuture(Refusal.of(JobReason.UPLOAD_NOT_FOUND))));
    }

    /** The newest uploads before {@code before} whose name contains {@code q}. */
    public Future<List<Upload>> page(long account, long before, String q, int limit) {
        return database.list(UploadStore::upload, PAGE, account, before, Database.containing(q), limit);
    }

    private static Upload upload(Row row) {
        return new Upload(
                row.getLong("account_id"),
                row.getLong("id"),
                row.getString("file_name"),
                row.getLong("bytes"),
                row.getString("path"),
                row.getLong("created_by"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
