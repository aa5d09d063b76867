package io.postrider.load;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;

/** jsmpp's own session, whose threads wait for each answer: the window is the number of threads. */
public final class JsmppClient implements LoadClient {
    private static final long ANSWER_MILLIS = 30_000;

    /** An unbind was once left without an answer until that long time was over; nothing is measured any more by then. */
    private static final long UNBIND_MILLIS = 1_000;

    /** More than a server may have unanswered; with jsmpp's 100 it would refuse receipts. */
    private static final int QUEUE = 10_000;

    private final SMPPSession session = new SMPPSession();
    private final int threads;
    private final Tally tally;

    private JsmppClient(int threads, Tally tally) {
        this.threads = threads;
        this.tally = tally;
    }

    /** Clients of this kind. */
    public static Kind kind(int threads) {
        return (account, tally) -> {
            JsmppClient client = new JsmppClient(threads, tally);
            client.bind(account);
            return client;
        };
    }

    private void bind(Account account) {
        session.setQueueCapacity(QUEUE);
        session.setTransactionTimer(ANSWER_MILLIS);
        session.setMessageReceiverListener(new Receiver(tally));
        BindParameter bind = new BindParameter(
                BindType.BIND_TRX,
                account.systemId(),
                account.password(),
                "",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                "");
        try {
            session.connectAndBind(Account.HOST, account.port(), bind);
        } catch (IOException problem) {
            throw new LoadException("jsmpp cannot bind", problem);
        }
    }

    private record Receiver(Tally tally) implements MessageReceiverListener {
        @Override
        public void onAcceptDeliverSm(DeliverSm pdu) {
            tally.delivered(pdu.getEsmClass());
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification pdu) {
            // nobody sends one
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm pdu, Session source) throws ProcessRequestException {
            throw new ProcessRequestException("data_sm is not expected", SMPPConstant.STAT_ESME_RINVCMDID);
        }
    }

    @Override
    public void send(Feed feed) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            pool.execute(() -> sendAll(feed));
        }
        pool.shutdown();
        try {
            if (!pool.awaitTermination(1, TimeUnit.DAYS)) {
                throw new LoadException("jsmpp did not come to an end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LoadException("The load was interrupted", interrupted);
        }
    }

    private void sendAll(Feed feed) {
        RegisteredDelivery receipt = new RegisteredDelivery(feed.receipts() ? 1 : 0);
        for (long phone = feed.next(); phone != Feed.END; phone = feed.next()) {
            tally.answered(accepted(phone, receipt));
        }
    }

    private boolean accepted(long phone, RegisteredDelivery receipt) {
        try {
            String id = session.submitShortMessage(
                            "",
                            TypeOfNumber.INTERNATIONAL,
                            NumberingPlanIndicator.ISDN,
                            Feed.FROM,
                            TypeOfNumber.INTERNATIONAL,
                            NumberingPlanIndicator.ISDN,
                            Long.toString(phone),
                            new ESMClass(),
                            (byte) 0,
                            (byte) 0,
                            "",
                            "",
                            receipt,
                            (byte) 0,
                            new RawDataCoding((byte) 0),
                            (byte) 0,
                            Feed.text())
                    .getMessageId();
            return !id.isEmpty();
        } catch (NegativeResponseException
                | ResponseTimeoutException
                | InvalidResponseException
                | PDUException
                | IOException refused) {
            return false;
        }
    }

    @Override
    public void close() {
        session.setTransactionTimer(UNBIND_MILLIS);
        session.unbindAndClose();
    }
}
