package io.postrider.smpp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.EnquireLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmppConnectionTest {
    private static final int MANY = 500;

    private final Vertx vertx = Vertx.vertx();
    private final CompletableFuture<List<Command>> answers = new CompletableFuture<>();
    private final CompletableFuture<Boolean> serverSawTheEnd = new CompletableFuture<>();
    private final CompletableFuture<Frame.Malformed> malformed = new CompletableFuture<>();
    private NetServer server = vertx.createNetServer();

    @BeforeEach
    void listen() throws Exception {
        server = vertx.createNetServer().connectHandler(this::serve);
        await(server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture());
    }

    @AfterEach
    void close() throws Exception {
        await(vertx.close().toCompletionStage().toCompletableFuture());
    }

    @Test
    void everyRequestOfABatchIsAnsweredInOrder() throws Exception {
        connect((connection, socket) -> {
            for (int i = 0; i < MANY; i++) {
                connection.send(enquireLink(connection.nextSequence()));
            }
        });

        assertThat(await(answers))
                .extracting(Command::getSequenceNumber)
                .hasSize(MANY)
                .isSorted();
    }

    @Test
    void theOtherSideSeesTheEnd() throws Exception {
        connect((connection, socket) -> connection.close().onFailure(answers::completeExceptionally));

        assertThat(await(serverSawTheEnd)).isTrue();
    }

    @Test
    void rawOctetsArriveAsTheyAre() throws Exception {
        connect((connection, socket) -> connection.sendRaw(Buffer.buffer().appendInt(3)));

        assertThat(await(malformed).fatal()).isTrue();
    }

    @Test
    void sequenceNumbersWrapToOne() throws Exception {
        CompletableFuture<List<Integer>> numbers = new CompletableFuture<>();
        connect((connection, socket) -> {
            connection.continueSequenceAfter(0x7FFFFFFE);
            numbers.complete(List.of(connection.nextSequence(), connection.nextSequence()));
        });

        assertThat(await(numbers)).containsExactly(0x7FFFFFFF, 1);
    }

    private void serve(NetSocket socket) {
        var connection = new SmppConnection(socket, vertx.getOrCreateContext());
        connection.handle(new SmppHandler() {
            @Override
            public void received(Command pdu) {
                connection.send(CommandIds.answer(pdu, SMPPConstant.STAT_ESME_ROK));
            }

            @Override
            public void malformed(Frame.Malformed frame) {
                malformed.complete(frame);
            }

            @Override
            public void closed() {
                serverSawTheEnd.complete(true);
            }
        });
    }

    private void connect(BiConsumer<SmppConnection, NetSocket> connected) throws Exception {
        List<Command> received = new ArrayList<>();
        await(vertx.createNetClient()
                .connect(server.actualPort(), "127.0.0.1")
                .onSuccess(socket -> {
                    var connection = new SmppConnection(socket, vertx.getOrCreateContext());
                    connection.handle(new SmppHandler() {
                        @Override
                        public void received(Command pdu) {
                            received.add(pdu);
                        }

                        @Override
                        public void malformed(Frame.Malformed frame) {
                            answers.completeExceptionally(new AssertionError(frame));
                        }

                        @Override
                        public void readEnded() {
                            if (received.size() == MANY) {
                                answers.complete(received);
                            }
                        }

                        @Override
                        public void closed() {
                            answers.completeExceptionally(new AssertionError("closed"));
                        }
                    });
                    connected.accept(connection, socket);
                })
                .toCompletionStage()
                .toCompletableFuture());
    }

    private static Command enquireLink(int sequence) {
        var pdu = new EnquireLink();
        pdu.setCommandId(SMPPConstant.CID_ENQUIRE_LINK);
        pdu.setSequenceNumber(sequence);
        return pdu;
    }

    private static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(10, TimeUnit.SECONDS);
    }
}
