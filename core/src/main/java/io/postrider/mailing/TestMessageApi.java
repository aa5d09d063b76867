package io.postrider.mailing;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.Operation;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** A message that tries a sender out, by HTTP. */
public final class TestMessageApi implements Api {
    private final TestMessages messages;

    public TestMessageApi(TestMessages messages) {
        this.messages = messages;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "sendTestMessage", call -> send(call, messages::send),
                "sendTestMessageByRules", call -> send(call, messages::sendByRules));
    }

    /** By a sender, or by the rules of a virtual one. */
    @FunctionalInterface
    private interface Sending {
        Future<TestMessages.Sent> send(long account, long id, String to, String text, String by);
    }

    private static Future<Answer> send(Call call, Sending sending) {
        return sending.send(
                        call.account(),
                        call.id("id"),
                        call.body().getString("to"),
                        call.body().getString("text"),
                        call.caller().login())
                .map(sent -> Answer.accepted(new JsonObject()
                        .put("messageId", Long.toString(sent.messageId()))
                        .put("runId", Long.toString(sent.runId()))
                        .put("contact", sent.contact())
                        .put("parts", sent.parts())));
    }
}
