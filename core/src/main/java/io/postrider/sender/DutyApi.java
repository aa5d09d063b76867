package io.postrider.sender;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.Operation;
import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Commands by HTTP that take a sender out of service and let it go on. Each says how the sender is told to be now. */
public final class DutyApi implements Api {
    private final SenderStore senders;
    private final DutyStore duties;
    private final HintQueue queue;

    public DutyApi(SenderStore senders, DutyStore duties, HintQueue queue) {
        this.senders = senders;
        this.duties = duties;
        this.queue = queue;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "pauseSender", call -> command(call, duties::pause),
                "drainSender", call -> command(call, duties::drain),
                "resumeSender", call -> command(call, duties::resume));
    }

    private Future<Answer> command(Call call, BiFunction<Long, Long, Future<Void>> command) {
        long id = call.id("id");
        return command.apply(call.account(), id)
                .onSuccess(done -> queue.hint(Topic.SENDER_CHANGED, id))
                .compose(done -> senders.get(call.account(), id))
                .map(sender -> Answer.versioned(SenderView.of(sender, Optional.empty()), sender.version()));
    }
}
