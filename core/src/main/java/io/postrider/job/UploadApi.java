package io.postrider.job;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.Operation;
import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** Uploads of files by HTTP, streamed to disk. */
public final class UploadApi implements Api {
    private static final int LONGEST_NAME = 200;
    private final UploadStore store;
    private final UploadFolder folder;

    public UploadApi(UploadStore store, UploadFolder folder) {
        this.store = store;
        this.folder = folder;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("uploadFile", this::upload, "getUpload", this::get);
    }

    private Future<Answer> upload(Call call) {
        String name = call.query("fileName").orElseThrow(() -> Refusal.of(JobReason.UPLOAD_NAME_MISSING));
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return folder.receive(call.stream())
                .compose(received -> store.create(new Upload(
                        call.account(),
                        0,
                        shown,
                        received.bytes(),
                        received.path(),
                        call.caller().userId(),
                        call.now())))
                .map(made -> Answer.created("/api/v1/uploads/" + made.id(), json(made), 1));
    }

    private Future<Answer> get(Call call) {
        return store.get(call.account(), call.id("id")).map(upload -> Answer.of(json(upload)));
    }

    private static JsonObject json(Upload upload) {
        return new JsonObject()
                .put("id", Long.toString(upload.id()))
                .put("fileName", upload.fileName())
                .put("bytes", upload.bytes())
                .put("createdAt", upload.createdAt().toString());
    }
}
