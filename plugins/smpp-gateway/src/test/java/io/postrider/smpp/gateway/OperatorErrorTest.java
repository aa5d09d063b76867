package io.postrider.smpp.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.plugin.api.ErrorClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each command_status of a submit's answer means (SMPP 3.4 section 5.1.3). */
class OperatorErrorTest {
    @ParameterizedTest
    @CsvSource({
        "0x58, THROTTLED, ESME_RTHROTTLED",
        "0x14, QUEUE_FULL, ESME_RMSGQFUL",
        "0x02, TEMPORARY, ESME_RINVCMDLEN",
        "0x04, TEMPORARY, ESME_RINVBNDSTS",
        "0x08, TEMPORARY, ESME_RSYSERR",
        "0x64, TEMPORARY, ESME_RX_T_APPN",
        "0x01, PERMANENT, ESME_RINVMSGLEN",
        "0x03, PERMANENT, ESME_RINVCMDID",
        "0x0A, PERMANENT, ESME_RINVSRCADR",
        "0x0B, PERMANENT, ESME_RINVDSTADR",
        "0x43, PERMANENT, ESME_RINVESMCLASS",
        "0x45, PERMANENT, ESME_RSUBMITFAIL",
        "0x48, PERMANENT, ESME_RINVSRCTON",
        "0x51, PERMANENT, ESME_RINVDSTNPI",
        "0x61, PERMANENT, ESME_RINVSCHED",
        "0x62, PERMANENT, ESME_RINVEXPIRY",
        "0x65, PERMANENT, ESME_RX_P_APPN",
        "0x66, PERMANENT, ESME_RX_R_APPN",
        "0xC0, PERMANENT, ESME_RINVOPTPARSTREAM",
        "0xC4, PERMANENT, ESME_RINVOPTPARAMVAL",
        "0xFE, PERMANENT, ESME_RDELIVERYFAILURE",
        "0xFF, UNKNOWN, ESME_RUNKNOWNERR",
        "0x104, PERMANENT, an error of SMPP 5.0",
        "0x400, UNKNOWN, an error of this operator's own",
        "0x4FF, UNKNOWN, an error of this operator's own",
        "0x09, UNKNOWN, an unknown error",
        "0x7FFFFFFF, UNKNOWN, an unknown error"
    })
    void everyStatusHasItsClassAndItsName(String status, ErrorClass errorClass, String name) {
        OperatorError error = OperatorError.of(Integer.decode(status));

        assertThat(error.errorClass()).isEqualTo(errorClass);
        assertThat(error.name()).isEqualTo(name);
        assertThat(error.code()).isEqualToIgnoringCase(String.format("0x%08x", Integer.decode(status)));
    }

    @Test
    void onlyAFullOperatorWantsTheSameMessageLater() {
        assertThat(OperatorError.of(0x58).isThrottling()).isTrue();
        assertThat(OperatorError.of(0x14).isThrottling()).isTrue();
        assertThat(OperatorError.of(0x08).isThrottling()).isFalse();
    }
}
