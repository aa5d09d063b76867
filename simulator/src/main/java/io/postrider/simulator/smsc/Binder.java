package io.postrider.simulator.smsc;

import io.postrider.simulator.behaviour.Behaviour;
import io.postrider.smpp.wire.CommandIds;
import io.postrider.smpp.wire.Tlvs;
import java.util.Map;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Bind;
import org.jsmpp.bean.BindResp;
import org.jsmpp.bean.OptionalParameter;
import org.jspecify.annotations.Nullable;

/** Who may bind, and what is answered (SMPP 3.4 section 4.1). */
final class Binder {
    private static final String SYSTEM_ID = "simulator";
    private static final byte VERSION = 0x34;

    private final Map<String, Client> clients;
    private final int unknownAccount;

    /** @param unknownAccount the command_status for a system_id that nobody has */
    Binder(Map<String, Client> clients, int unknownAccount) {
        this.clients = clients;
        this.unknownAccount = unknownAccount;
    }

    /** The account that the bind names; null without one. */
    @Nullable Client client(Bind bind) {
        return clients.get(bind.getSystemId());
    }

    /** ESME_ROK, or why not. */
    int judge(Bind bind, Behaviour behaviour) {
        Integer refusal = behaviour.faults().refuseBinds();
        if (refusal != null) {
            return refusal;
        }
        Client client = client(bind);
        if (client == null) {
            return unknownAccount;
        }
        if (!client.account().password().equals(bind.getPassword())) {
            return client.account().answers().wrongPassword();
        }
        return client.isFull() ? client.account().answers().tooManyBinds() : SMPPConstant.STAT_ESME_ROK;
    }

    /** Whether the client speaks 3.4 or later: an older one knows no optional parameters (SMPP 3.4 section 3.4.2). */
    static boolean takesParameters(Bind bind) {
        return (bind.getInterfaceVersion() & 0xFF) >= VERSION;
    }

    /** The answer: with sc_interface_version for who speaks 3.4 or later. */
    BindResp answer(Bind bind, int status) {
        var response = new BindResp();
        response.setCommandId(CommandIds.responseOf(bind.getCommandId()));
        response.setCommandStatus(status);
        response.setSequenceNumber(bind.getSequenceNumber());
        response.setSystemId(SYSTEM_ID);
        if (status == SMPPConstant.STAT_ESME_ROK && takesParameters(bind)) {
            response.setOptionalParameters(new OptionalParameter[] {Tlvs.of(Tlvs.SC_INTERFACE_VERSION, VERSION)});
        }
        return response;
    }
}
