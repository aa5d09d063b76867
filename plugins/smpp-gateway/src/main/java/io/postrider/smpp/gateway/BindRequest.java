package io.postrider.smpp.gateway;

import org.jsmpp.bean.Bind;

/** What a bind says of us (SMPP 3.4 section 4.1). */
final class BindRequest {
    private BindRequest() {}

    static Bind of(int bindCommand, SmppSettings.Login login, int sequence) {
        var bind = new Bind();
        bind.setCommandId(bindCommand);
        bind.setSequenceNumber(sequence);
        bind.setSystemId(login.systemId());
        bind.setPassword(login.password());
        bind.setSystemType(login.systemType());
        bind.setInterfaceVersion(login.version());
        bind.setAddressRange(login.addressRange());
        return bind;
    }
}
