package io.postrider.simulator.smsc;

import io.postrider.smpp.wire.CommandIds;
import io.postrider.smpp.wire.Frame;
import io.postrider.smpp.wire.SmppHandler;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Bind;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.MessageRequest;

/** What a session does with each PDU, depending on how it is bound (SMPP 3.4 section 2.3). */
final class Protocol implements SmppHandler {
    private final Session session;
    private final Exchange exchange;

    Protocol(Session session, Exchange exchange) {
        this.session = session;
        this.exchange = exchange;
    }

    @Override
    public void received(Command pdu) {
        if (session.state() == BindState.UNBOUND) {
            session.close();
            return;
        }
        if (exchange.isSilent()) {
            exchange.ignored(pdu);
            return;
        }
        switch (pdu.getCommandId()) {
            case SMPPConstant.CID_SUBMIT_SM -> submit((MessageRequest) pdu);
            case SMPPConstant.CID_DELIVER_SM_RESP, SMPPConstant.CID_DATA_SM_RESP, SMPPConstant.CID_GENERIC_NACK ->
                answered(pdu);
            case SMPPConstant.CID_ENQUIRE_LINK -> session.send(CommandIds.answer(pdu, SMPPConstant.STAT_ESME_ROK));
            case SMPPConstant.CID_BIND_RECEIVER, SMPPConstant.CID_BIND_TRANSMITTER, SMPPConstant.CID_BIND_TRANSCEIVER ->
                bind((Bind) pdu);
            case SMPPConstant.CID_UNBIND -> unbind(pdu);
            case SMPPConstant.CID_UNBIND_RESP -> session.unbindAnswered();
            default -> other(pdu);
        }
    }

    private void submit(MessageRequest pdu) {
        exchange.countPdu();
        session.counts().submit(exchange.now());
        Client client = session.client();
        if (client != null && session.state().transmits()) {
            exchange.submissions().submit(session, client, pdu);
        } else {
            exchange.submissions().refuse(session, pdu, SMPPConstant.STAT_ESME_RINVBNDSTS);
        }
    }

    private void answered(Command response) {
        Client client = session.client();
        if (client != null) {
            client.mailbox().answered(session, response.getSequenceNumber(), meaning(response));
        }
    }

    private static Mailbox.Answer meaning(Command response) {
        return switch (response.getCommandStatus()) {
            case SMPPConstant.STAT_ESME_ROK -> Mailbox.Answer.TAKEN;
            case SMPPConstant.STAT_ESME_RX_P_APPN, SMPPConstant.STAT_ESME_RX_R_APPN -> Mailbox.Answer.NEVER;
            default -> Mailbox.Answer.LATER;
        };
    }

    /** Operations on messages, and what is not for this side. */
    private void other(Command pdu) {
        if (CommandIds.isResponse(pdu.getCommandId())) {
            return;
        }
        if (Operations.knows(pdu)) {
            Client client = session.client();
            if (client != null && session.state().transmits()) {
                exchange.operations().handle(session, client, pdu);
            } else {
                session.send(CommandIds.answer(pdu, SMPPConstant.STAT_ESME_RINVBNDSTS));
            }
            return;
        }
        Command answer = CommandIds.answer(pdu, SMPPConstant.STAT_ESME_RINVCMDID);
        if (!CommandIds.hasResponse(pdu.getCommandId())) {
            answer.setCommandId(SMPPConstant.CID_GENERIC_NACK);
        }
        session.send(answer);
    }

    private void bind(Bind bind) {
        int status = session.state().isBound()
                ? SMPPConstant.STAT_ESME_RALYBND
                : exchange.binder().judge(bind, exchange.behaviour());
        session.send(exchange.binder().answer(bind, status));
        Client client = exchange.binder().client(bind);
        if (status == SMPPConstant.STAT_ESME_ROK && client != null) {
            session.begin(bind, BindState.of(bind), client);
        } else if (!session.state().isBound()) {
            session.close();
        }
    }

    private void unbind(Command pdu) {
        session.send(CommandIds.answer(pdu, SMPPConstant.STAT_ESME_ROK));
        session.leave();
    }

    @Override
    public void malformed(Frame.Malformed frame) {
        if (session.state() == BindState.UNBOUND) {
            session.close();
            return;
        }
        exchange.countMalformed(frame);
        Command answer = frame.answer();
        if (answer != null) {
            Client client = session.client();
            int status = answer.getCommandStatus();
            if (client != null && status == SMPPConstant.STAT_ESME_RINVMSGLEN) {
                answer.setCommandStatus(client.account().answers().longMessage());
            }
            session.send(answer);
        }
        if (frame.fatal()
                || (CommandIds.isBind(frame.commandId()) && !session.state().isBound())) {
            session.close();
        }
    }

    @Override
    public void readEnded() {
        session.readEnded();
    }

    @Override
    public void closed() {
        session.closed();
    }
}
