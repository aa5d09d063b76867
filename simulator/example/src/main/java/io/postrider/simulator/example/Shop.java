package io.postrider.simulator.example;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.util.InvalidDeliveryReceiptException;

/** A shop that sends SMS: it slows down when it is throttled, knows what was delivered, and who wants no more. */
public final class Shop implements AutoCloseable {
    private static final int ATTEMPTS = 20;
    private static final long PAUSE_MILLIS = 250;
    private static final long PATIENCE_MILLIS = 15_000;

    private final SMPPSession session = new SMPPSession();
    private final Map<String, CompletableFuture<String>> receipts = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<String>> replies = new ConcurrentHashMap<>();
    private final Set<String> stopped = ConcurrentHashMap.newKeySet();

    /** Binds as a transceiver. */
    public Shop(int port, String account, String password) throws IOException {
        session.setTransactionTimer(PATIENCE_MILLIS);
        session.setMessageReceiverListener(new Ear());
        session.connectAndBind(
                "127.0.0.1",
                port,
                new BindParameter(
                        BindType.BIND_TRX,
                        account,
                        password,
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        ""));
    }

    private final class Ear implements MessageReceiverListener {
        @Override
        public void onAcceptDeliverSm(DeliverSm delivery) throws ProcessRequestException {
            if (delivery.isSmscDeliveryReceipt()) {
                try {
                    DeliveryReceipt receipt = delivery.getShortMessageAsDeliveryReceipt();
                    receipt(receipt.getId()).complete(receipt.getFinalStatus().name());
                } catch (InvalidDeliveryReceiptException unreadable) {
                    throw new ProcessRequestException("unreadable", SMPPConstant.STAT_ESME_RX_P_APPN, unreadable);
                }
                return;
            }
            String text = new String(delivery.getShortMessage(), StandardCharsets.US_ASCII);
            if (text.equals("STOP")) {
                stopped.add(delivery.getSourceAddr());
            }
            reply(delivery.getSourceAddr()).complete(text);
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification alert) {
            // nobody waits for it
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
            throw new ProcessRequestException("no data_sm", SMPPConstant.STAT_ESME_RX_P_APPN);
        }
    }

    /** Sends, as slowly as the operator wants it, and returns the operator's id. */
    public String send(String phone, String text) throws Exception {
        if (stopped.contains(phone)) {
            throw new IllegalStateException(phone + " wants no more messages");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return submit(phone, text);
            } catch (NegativeResponseException refused) {
                if (refused.getCommandStatus() != SMPPConstant.STAT_ESME_RTHROTTLED || attempt == ATTEMPTS) {
                    throw refused;
                }
                pause();
            }
        }
    }

    private static void pause() {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS))
                .join();
    }

    private String submit(String phone, String text)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        "Shop",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        phone,
                        new ESMClass(),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        (byte) 0,
                        new GeneralDataCoding(),
                        (byte) 0,
                        text.getBytes(StandardCharsets.US_ASCII))
                .getMessageId();
    }

    /** What the receipt of the message with this id says, such as DELIVRD, once it comes. */
    public CompletableFuture<String> receipt(String id) {
        return receipts.computeIfAbsent(id, first -> new CompletableFuture<>());
    }

    /** What the phone's owner writes first, once it comes. */
    public CompletableFuture<String> reply(String phone) {
        return replies.computeIfAbsent(phone, first -> new CompletableFuture<>());
    }

    @Override
    public void close() {
        session.unbindAndClose();
    }
}
