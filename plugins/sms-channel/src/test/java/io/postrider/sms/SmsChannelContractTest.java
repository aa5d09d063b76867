package io.postrider.sms;

import io.postrider.plugin.api.Channel;
import io.postrider.plugin.testkit.ChannelContract;

class SmsChannelContractTest extends ChannelContract {
    @Override
    protected Channel channel() {
        return new SmsChannel();
    }
}
