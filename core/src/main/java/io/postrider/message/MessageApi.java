package io.postrider.message;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.HttpReason;
import io.postrider.http.Operation;
import io.postrider.http.Page;
import io.postrider.http.Paging;
import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messages, their traces, and what operators sent on their own, by HTTP. */
public final class MessageApi implements Api {
    private static final int DIGITS = 18;
    private static final String CURSOR = "-";
    private final SearchStore search;
    private final TraceStore traces;
    private final InboundStore inbound;

    public MessageApi(SearchStore search, TraceStore traces, InboundStore inbound) {
        this.search = search;
        this.traces = traces;
        this.inbound = inbound;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "listMessages", this::list,
                "getMessage", this::get,
                "listParkedReceipts", this::parked);
    }

    private Future<Answer> list(Call call) {
        Paging paging = call.paging();
        Optional<Long> number = number(paging.q());
        if (!paging.q().isEmpty() && number.isEmpty()) {
            JsonObject nobody = new JsonObject().put("items", new JsonArray()).putNull("next");
            return Future.succeededFuture(Answer.of(nobody.put("leftOut", new JsonArray())));
        }
        MessageSearch wanted = search(call, paging, number.orElse(null));
        boolean first = paging.after().isEmpty();
        return search.find(wanted)
                .compose(found -> (first ? search.leftOut(wanted) : Future.succeededFuture(List.<FoundExclusion>of()))
                        .map(left -> page(found, left, paging.limit())));
    }

    private static MessageSearch search(Call call, Paging paging, @Nullable Long number) {
        String[] cursor =
                paging.after().isEmpty() ? new String[0] : paging.after().split(CURSOR, 2);
        try {
            return new MessageSearch(
                    call.account(),
                    number,
                    call.query("runId").map(Long::valueOf).orElse(null),
                    call.query("state").map(MessageApi::state).orElse(null),
                    cursor.length == 0 ? Long.MAX_VALUE : Long.parseLong(cursor[0]),
                    cursor.length == 0 ? Long.MAX_VALUE : Long.parseLong(cursor[1]),
                    paging.limit() + 1);
        } catch (NumberFormatException | IndexOutOfBoundsException foreign) {
            throw Refusal.ofField(HttpReason.BAD_CURSOR, "/after", Map.of());
        }
    }

    private static Answer page(List<FoundMessage> found, List<FoundExclusion> left, int limit) {
        boolean more = found.size() > limit;
        List<FoundMessage> shown = more ? found.subList(0, limit) : found;
        FoundMessage last = more ? shown.get(shown.size() - 1) : null;
        return Answer.of(new JsonObject()
                .put("items", array(shown.stream().map(MessageView::json).toList()))
                .put("next", last == null ? null : last.runId() + CURSOR + last.id())
                .put("leftOut", array(left.stream().map(MessageView::json).toList())));
    }

    private Future<Answer> get(Call call) {
        return traces.trace(call.account(), call.id("id")).map(trace -> Answer.of(MessageView.json(trace)));
    }

    private Future<Answer> parked(Call call) {
        Long sender = call.query("senderId").map(Long::valueOf).orElse(null);
        Long phone = number(call.paging().q()).orElse(null);
        return Page.of(
                call.paging(),
                (after, limit) -> inbound.parked(call.account(), before(after), sender, phone, limit),
                parked -> parked.receipt().parkedId(),
                MessageView::json);
    }

    private static long before(long after) {
        return after == 0 ? Long.MAX_VALUE : after;
    }

    private static MessageState state(String word) {
        return MessageState.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** A phone however people write it, or the number of a message. */
    static Optional<Long> number(String q) {
        String digits = q.replaceAll("[\\s()+.-]", "");
        boolean number =
                !digits.isEmpty() && digits.length() <= DIGITS && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }

    private static JsonArray array(List<JsonObject> items) {
        return new JsonArray(items);
    }
}
