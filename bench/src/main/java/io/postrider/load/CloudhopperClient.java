package io.postrider.load;

import com.cloudhopper.smpp.PduAsyncResponse;
import com.cloudhopper.smpp.SmppBindType;
import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.SmppSession;
import com.cloudhopper.smpp.SmppSessionConfiguration;
import com.cloudhopper.smpp.impl.DefaultSmppClient;
import com.cloudhopper.smpp.impl.DefaultSmppSessionHandler;
import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.pdu.PduRequest;
import com.cloudhopper.smpp.pdu.PduResponse;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.type.Address;
import com.cloudhopper.smpp.type.RecoverablePduException;
import com.cloudhopper.smpp.type.SmppChannelException;
import com.cloudhopper.smpp.type.SmppInvalidArgumentException;
import com.cloudhopper.smpp.type.SmppTimeoutException;
import com.cloudhopper.smpp.type.UnrecoverablePduException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Cloudhopper's client with its own window, submitting without waiting for the answer. */
public final class CloudhopperClient implements LoadClient {
    private static final long PATIENCE_MILLIS = 30_000;
    private static final byte INTERNATIONAL = 1;
    private static final byte ISDN = 1;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final DefaultSmppClient client = new DefaultSmppClient(threads, 1);
    private final Semaphore answered = new Semaphore(0);
    private final SmppSession session;

    private CloudhopperClient(Account account, int window, Tally tally) {
        SmppSessionConfiguration configuration =
                new SmppSessionConfiguration(SmppBindType.TRANSCEIVER, account.systemId(), account.password());
        configuration.setName("bench");
        configuration.setHost(Account.HOST);
        configuration.setPort(account.port());
        configuration.setWindowSize(window);
        configuration.setWindowWaitTimeout(PATIENCE_MILLIS);
        configuration.getLoggingOptions().setLogPdu(false);
        try {
            session = client.bind(configuration, new Handler(tally, answered));
        } catch (SmppTimeoutException | SmppChannelException | UnrecoverablePduException problem) {
            client.destroy();
            throw new LoadException("Cloudhopper cannot bind", problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LoadException("The bind was interrupted", interrupted);
        }
    }

    /** Clients of this kind. */
    public static Kind kind(int window) {
        return (account, tally) -> new CloudhopperClient(account, window, tally);
    }

    private static final class Handler extends DefaultSmppSessionHandler {
        private final Tally tally;
        private final Semaphore answered;

        Handler(Tally tally, Semaphore answered) {
            this.tally = tally;
            this.answered = answered;
        }

        @Override
        @SuppressWarnings("rawtypes") // as Cloudhopper declares it
        public PduResponse firePduRequestReceived(PduRequest request) {
            if (request instanceof DeliverSm receipt) {
                tally.delivered(receipt.getEsmClass());
            }
            return request.createResponse();
        }

        @Override
        public void fireExpectedPduResponseReceived(PduAsyncResponse response) {
            tally.answered(response.getResponse().getCommandStatus() == SmppConstants.STATUS_OK);
            answered.release();
        }
    }

    @Override
    public void send(Feed feed) {
        int sent = 0;
        try {
            for (long phone = feed.next(); phone != Feed.END; phone = feed.next()) {
                session.sendRequestPdu(submit(phone, feed.receipts()), PATIENCE_MILLIS, false);
                sent++;
            }
            answered.acquire(sent);
        } catch (RecoverablePduException
                | UnrecoverablePduException
                | SmppTimeoutException
                | SmppChannelException lost) {
            throw new LoadException("Cloudhopper lost the server", lost);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LoadException("The load was interrupted", interrupted);
        }
    }

    private static SubmitSm submit(long phone, boolean receipt) throws SmppInvalidArgumentException {
        SubmitSm submit = new SubmitSm();
        submit.setSourceAddress(new Address(INTERNATIONAL, ISDN, Feed.FROM));
        submit.setDestAddress(new Address(INTERNATIONAL, ISDN, Long.toString(phone)));
        submit.setRegisteredDelivery(receipt ? (byte) 1 : (byte) 0);
        submit.setShortMessage(Feed.text());
        return submit;
    }

    @Override
    public void close() {
        session.unbind(PATIENCE_MILLIS);
        session.destroy();
        client.destroy();
        threads.shutdownNow();
    }
}
