package io.postrider.rehearsal;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.Operation;
import io.postrider.job.JobApi;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** The demo data by HTTP: one click, and a job that is followed like any import. */
public final class DemoApi implements Api {
    private final Demo demo;

    public DemoApi(Demo demo) {
        this.demo = demo;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("loadDemo", this::load);
    }

    private Future<Answer> load(Call call) {
        return demo.make(new Demo.Wish(
                        call.account(), call.caller().userId(), call.caller().login(), call.now()))
                .map(DemoApi::json)
                .map(Answer::accepted);
    }

    private static JsonObject json(Demo.Made made) {
        Demo.Parts parts = made.parts();
        return new JsonObject()
                .put("senderId", Long.toString(parts.senderId()))
                .put("databaseId", Long.toString(parts.databaseId()))
                .put("resourceId", Long.toString(parts.resourceId()))
                .put("templateId", Long.toString(parts.templateId()))
                .put("mailingId", Long.toString(made.mailingId()))
                .put("job", JobApi.json(made.job()));
    }
}
