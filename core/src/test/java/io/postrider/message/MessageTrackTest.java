package io.postrider.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.plugin.api.ReceiptState;
import io.postrider.sender.price.Price;
import io.postrider.sender.price.PriceList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Messages of several parts: each way in which operators number them, and each order in which news comes. */
final class MessageTrackTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

    @Test
    void whatAMessageCostsStandsWithTheFirstThatIsHeardOfItsTry() {
        PriceList prices = new PriceList("KZT", List.of(new Price("7", 500, null)));
        MessageTrack message = message(3);
        List<MessageEvent> taken = message.accepted(NOW, List.of("a", "b", "c", "d"), prices);
        assertThat(taken).extracting(MessageEvent::cost).containsExactly(1500L, -1L, -1L, -1L);

        MessageTrack doubtful = message(2);
        doubtful.inDoubt(NOW, "no answer");
        List<MessageEvent> known = doubtful.resolved(NOW, operatorReceipt("a", ReceiptState.DELIVERED), prices);
        List<MessageEvent> late = doubtful.accepted(NOW, List.of("a", "b"), prices);
        assertThat(known).extracting(MessageEvent::cost).containsExactly(1000L, -1L);
        assertThat(late).as("known already").noneMatch(MessageEvent::hasCost);

        List<MessageEvent> again = doubtful.attempt(2).accepted(NOW, List.of("e", "f"), prices);
        assertThat(again).as("taken twice").extracting(MessageEvent::cost).containsExactly(1000L, -1L);
    }

    @Test
    void oneIdForALongTextSpeaksForAllItsParts() {
        MessageTrack message = message(3);
        message.accepted(NOW, List.of("a"), PriceList.NONE);

        receipt(message, 1, "a", ReceiptState.DELIVERED);

        assertThat(message.state()).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void partsWithoutAnIdFollowThoseThatHaveOne() {
        MessageTrack message = message(3);
        message.accepted(NOW, List.of("", "b", "c"), PriceList.NONE);

        receipt(message, 2, "b", ReceiptState.DELIVERED);
        assertThat(message.state()).isEqualTo(MessageState.SUBMITTED);
        receipt(message, 3, "c", ReceiptState.DELIVERED);

        assertThat(message.state()).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void theSameIdForEveryPartIsOneId() {
        MessageTrack message = message(2);
        List<MessageEvent> events = message.accepted(NOW, List.of("a", "a"), PriceList.NONE);

        receipt(message, 1, "a", ReceiptState.DELIVERED);

        assertThat(events).extracting(MessageEvent::operatorKey).containsExactly("a", null);
        assertThat(message.state()).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void moreIdsThanPartsAllCount() {
        MessageTrack message = message(1);
        message.accepted(NOW, List.of("a", "b"), PriceList.NONE);

        receipt(message, 1, "a", ReceiptState.DELIVERED);
        assertThat(message.state()).isEqualTo(MessageState.SUBMITTED);
        receipt(message, 2, "b", ReceiptState.UNDELIVERABLE);

        assertThat(message.state()).isEqualTo(MessageState.UNDELIVERED);
    }

    @Test
    void withoutAnyIdNothingIsDeliveredByItself() {
        MessageTrack message = message(2);
        message.accepted(NOW, List.of("", ""), PriceList.NONE);

        assertThat(message.state()).isEqualTo(MessageState.SUBMITTED);
    }

    @Test
    void aFailedPartWinsOverPartsThatFollow() {
        MessageTrack message = message(3);
        message.accepted(NOW, List.of("a", "", "c"), PriceList.NONE);

        receipt(message, 1, "a", ReceiptState.DELIVERED);
        receipt(message, 3, "c", ReceiptState.EXPIRED);

        assertThat(message.state()).isEqualTo(MessageState.EXPIRED);
    }

    @Test
    void aReceiptThatResolvedADoubtStaysWithItsPartWhenTheAnswerComesAfterAll() {
        MessageTrack message = message(2);
        message.inDoubt(NOW, "no answer");
        message.resolved(NOW, operatorReceipt("b", ReceiptState.DELIVERED), PriceList.NONE);

        message.accepted(NOW, List.of("a", "b"), PriceList.NONE);
        assertThat(message.state()).isEqualTo(MessageState.SUBMITTED);
        receipt(message, 1, "a", ReceiptState.DELIVERED);

        assertThat(message.state()).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void aLateAnswerWithOneIdEndsAMessageWhoseReceiptIsKnown() {
        MessageTrack message = message(3);
        message.inDoubt(NOW, "no answer");
        message.resolved(NOW, operatorReceipt("a", ReceiptState.DELIVERED), PriceList.NONE);
        assertThat(message.state()).isEqualTo(MessageState.SUBMITTED);

        message.accepted(NOW, List.of("a"), PriceList.NONE);

        assertThat(message.state()).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void whatWasStoredSaysTheSameInAnyOrder() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            MessageTrack message = message(3);
            List<MessageEvent> events = new ArrayList<>(message.accepted(NOW, List.of("a", "", "c"), PriceList.NONE));
            for (int i = 0; i < 4; i++) {
                boolean first = random.nextBoolean();
                ReceiptState state = random.nextBoolean() ? ReceiptState.DELIVERED : ReceiptState.ENROUTE;
                events.addAll(message.receipt(NOW, first ? 1 : 3, operatorReceipt(first ? "a" : "c", state)));
            }
            List<MessageEvent> shuffled = new ArrayList<>(events);
            Collections.shuffle(shuffled, random);
            MessageTrack restored = message(3);
            shuffled.forEach(event -> restored.restore(
                    event.kind(), event.at(), event.to(), event.part(), event.operatorKey(), event.receipt()));
            for (String key : List.of("a", "c")) {
                receipt(message, "a".equals(key) ? 1 : 3, key, ReceiptState.DELIVERED);
                receipt(restored, "a".equals(key) ? 1 : 3, key, ReceiptState.DELIVERED);
                assertThat(restored.state())
                        .as("seed %d, round %d", seed, round)
                        .isEqualTo(message.state());
            }
        }
    }

    private static MessageTrack message(int parts) {
        return new MessageTrack(1, 1, 1, 79_000_000_001L, parts, 1);
    }

    private static void receipt(MessageTrack message, int part, String key, ReceiptState state) {
        message.receipt(NOW, part, operatorReceipt(key, state));
    }

    private static OperatorReceipt operatorReceipt(String key, ReceiptState state) {
        return new OperatorReceipt(0, key, 79_000_000_001L, state, "000", null, "", null, NOW);
    }
}
