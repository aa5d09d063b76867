package io.postrider;

import io.postrider.job.Job;
import io.postrider.job.JobStore;
import io.postrider.job.Upload;
import io.postrider.job.UploadFolder;
import io.postrider.job.UploadStore;
import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import io.postrider.rehearsal.Demo;
import io.postrider.resource.MatchBy;
import io.postrider.resource.WriteMode;
import io.postrider.stage.importing.ImportPlan;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings the sample list that comes with the server into a database, by an import like any other. */
final class SampleImport implements Demo.SampleList {
    private static final String FILE = "honolulu_food_establishments.csv";
    private static final Map<String, String> COLUMNS = Map.of(
            "Establishment Permit #", "key",
            "Establishment", "name",
            "Establishment Address City", "_city");
    private final JobStore jobs;
    private final UploadStore uploads;
    private final UploadFolder folder;
    private final HintQueue queue;

    SampleImport(JobStore jobs, UploadStore uploads, UploadFolder folder, HintQueue queue) {
        this.jobs = jobs;
        this.uploads = uploads;
        this.folder = folder;
        this.queue = queue;
    }

    @Override
    public Future<Job> load(long account, long database, long resource, long user, Instant now) {
        return jobs.newestOf(account, ImportPlan.JOB, "databaseId", Long.toString(database))
                .compose(found -> found.filter(SampleImport::isGood)
                        .map(Future::succeededFuture)
                        .orElseGet(() -> begin(account, database, resource, user, now)));
    }

    private static boolean isGood(Job job) {
        return switch (job.state()) {
            case WAITING, RUNNING, FINISHED -> true;
            case FAILED, CANCELLED -> false;
        };
    }

    private Future<Job> begin(long account, long database, long resource, long user, Instant now) {
        return folder.copy(() -> Optional.ofNullable(SampleImport.class.getResourceAsStream("/samples/" + FILE))
                        .orElseThrow())
                .compose(copied ->
                        uploads.create(new Upload(account, 0, FILE, copied.bytes(), copied.path(), user, now)))
                .compose(upload -> jobs.create(
                        account,
                        ImportPlan.JOB,
                        plan(database, resource, upload).orderFor(upload).getMap(),
                        user,
                        now))
                .onSuccess(job -> queue.hint(Topic.JOB_WAITING, job.id()));
    }

    private static ImportPlan plan(long database, long resource, Upload upload) {
        return new ImportPlan(
                database,
                upload.id(),
                "csv",
                Map.of(),
                COLUMNS,
                WriteMode.ADD_AND_UPDATE,
                MatchBy.FIELD,
                "key",
                false,
                "",
                List.of(),
                new ImportPlan.Subscribing(resource, "sms", "Telephone", false));
    }
}
