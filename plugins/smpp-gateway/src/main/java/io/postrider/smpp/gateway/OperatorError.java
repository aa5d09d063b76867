package io.postrider.smpp.gateway;

import io.postrider.plugin.api.ErrorClass;
import java.util.Map;
import org.jsmpp.SMPPConstant;

/**
 * What a command_status of a submit response means for the message (SMPP 3.4 section 5.1.3).
 *
 * @param errorClass whether another try makes sense
 * @param code the status as text
 * @param name the status's name
 */
record OperatorError(ErrorClass errorClass, String code, String name) {
    private static final Map<Integer, String> TEMPORARY = Map.ofEntries(
            Map.entry(SMPPConstant.STAT_ESME_RINVCMDLEN, "RINVCMDLEN"),
            Map.entry(SMPPConstant.STAT_ESME_RINVBNDSTS, "RINVBNDSTS"),
            Map.entry(SMPPConstant.STAT_ESME_RALYBND, "RALYBND"),
            Map.entry(SMPPConstant.STAT_ESME_RSYSERR, "RSYSERR"),
            Map.entry(SMPPConstant.STAT_ESME_RBINDFAIL, "RBINDFAIL"),
            Map.entry(SMPPConstant.STAT_ESME_RINVPASWD, "RINVPASWD"),
            Map.entry(SMPPConstant.STAT_ESME_RINVSYSID, "RINVSYSID"),
            Map.entry(SMPPConstant.STAT_ESME_RINVSYSTYP, "RINVSYSTYP"),
            Map.entry(SMPPConstant.STAT_ESME_RX_T_APPN, "RX_T_APPN"));
    private static final Map<Integer, String> PERMANENT = Map.ofEntries(
            Map.entry(SMPPConstant.STAT_ESME_RINVMSGLEN, "RINVMSGLEN"),
            Map.entry(SMPPConstant.STAT_ESME_RINVCMDID, "RINVCMDID"),
            Map.entry(SMPPConstant.STAT_ESME_RINVPRTFLG, "RINVPRTFLG"),
            Map.entry(SMPPConstant.STAT_ESME_RINVREGDLVFLG, "RINVREGDLVFLG"),
            Map.entry(SMPPConstant.STAT_ESME_RINVSRCADR, "RINVSRCADR"),
            Map.entry(SMPPConstant.STAT_ESME_RINVDSTADR, "RINVDSTADR"),
            Map.entry(SMPPConstant.STAT_ESME_RINVMSGID, "RINVMSGID"),
            Map.entry(SMPPConstant.STAT_ESME_RCANCELFAIL, "RCANCELFAIL"),
            Map.entry(SMPPConstant.STAT_ESME_RREPLACEFAIL, "RREPLACEFAIL"),
            Map.entry(SMPPConstant.STAT_ESME_RINVSERTYP, "RINVSERTYP"),
            Map.entry(SMPPConstant.STAT_ESME_RINVNUMDESTS, "RINVNUMDESTS"),
            Map.entry(SMPPConstant.STAT_ESME_RINVDLNAME, "RINVDLNAME"),
            Map.entry(SMPPConstant.STAT_ESME_RINVDESTFLAG, "RINVDESTFLAG"),
            Map.entry(SMPPConstant.STAT_ESME_RINVSUBREP, "RINVSUBREP"),
            Map.entry(SMPPConstant.STAT_ESME_RINVESMCLASS, "RINVESMCLASS"),
            Map.entry(SMPPConstant.STAT_ESME_RCNTSUBDL, "RCNTSUBDL"),
            Map.entry(SMPPConstant.STAT_ESME_RSUBMITFAIL, "RSUBMITFAIL"),
            Map.entry(SMPPConstant.STAT_ESME_RINVSRCTON, "RINVSRCTON"),
            Map.entry(SMPPConstant.STAT_ESME_RINVSRCNPI, "RINVSRCNPI"),
            Map.entry(SMPPConstant.STAT_ESME_RINVDSTTON, "RINVDSTTON"),
            Map.entry(SMPPConstant.STAT_ESME_RINVDSTNPI, "RINVDSTNPI"),
            Map.entry(SMPPConstant.STAT_ESME_RINVREPFLAG, "RINVREPFLAG"),
            Map.entry(SMPPConstant.STAT_ESME_RINVNUMMSGS, "RINVNUMMSGS"),
            Map.entry(SMPPConstant.STAT_ESME_RINVSCHED, "RINVSCHED"),
            Map.entry(SMPPConstant.STAT_ESME_RINVEXPIRY, "RINVEXPIRY"),
            Map.entry(SMPPConstant.STAT_ESME_RINVDFTMSGID, "RINVDFTMSGID"),
            Map.entry(SMPPConstant.STAT_ESME_RX_P_APPN, "RX_P_APPN"),
            Map.entry(SMPPConstant.STAT_ESME_RX_R_APPN, "RX_R_APPN"),
            Map.entry(SMPPConstant.STAT_ESME_RQUERYFAIL, "RQUERYFAIL"),
            Map.entry(SMPPConstant.STAT_ESME_RINVTLVSTREAM, "RINVOPTPARSTREAM"),
            Map.entry(SMPPConstant.STAT_ESME_RTLVNOTALLWD, "ROPTPARNOTALLWD"),
            Map.entry(SMPPConstant.STAT_ESME_RINVTLVLEN, "RINVPARLEN"),
            Map.entry(SMPPConstant.STAT_ESME_RMISSINGTLV, "RMISSINGOPTPARAM"),
            Map.entry(SMPPConstant.STAT_ESME_RINVTLVVAL, "RINVOPTPARAMVAL"),
            Map.entry(SMPPConstant.STAT_ESME_RDELIVERYFAILURE, "RDELIVERYFAILURE"));

    static OperatorError of(int status) {
        String code = String.format("0x%08x", status);
        if (status == SMPPConstant.STAT_ESME_RTHROTTLED) {
            return new OperatorError(ErrorClass.THROTTLED, code, "ESME_RTHROTTLED");
        }
        if (status == SMPPConstant.STAT_ESME_RMSGQFUL) {
            return new OperatorError(ErrorClass.QUEUE_FULL, code, "ESME_RMSGQFUL");
        }
        String temporary = TEMPORARY.get(status);
        if (temporary != null) {
            return new OperatorError(ErrorClass.TEMPORARY, code, "ESME_" + temporary);
        }
        String permanent = PERMANENT.get(status);
        if (permanent != null) {
            return new OperatorError(ErrorClass.PERMANENT, code, "ESME_" + permanent);
        }
        return ofLaterVersionOrVendor(status, code);
    }

    private static OperatorError ofLaterVersionOrVendor(int status, String code) {
        if (status == SMPPConstant.STAT_ESME_RUNKNOWNERR) {
            return new OperatorError(ErrorClass.UNKNOWN, code, "ESME_RUNKNOWNERR");
        }
        if (status >= SMPPConstant.STAT_ESME_RSERTYPUNAUTH && status <= 0x112) {
            return new OperatorError(ErrorClass.PERMANENT, code, "an error of SMPP 5.0");
        }
        if (status >= 0x400 && status <= 0x4FF) {
            return new OperatorError(ErrorClass.UNKNOWN, code, "an error of this operator's own");
        }
        return new OperatorError(ErrorClass.UNKNOWN, code, "an unknown error");
    }

    /** Whether the operator wants the same message later. */
    boolean isThrottling() {
        return errorClass == ErrorClass.THROTTLED || errorClass == ErrorClass.QUEUE_FULL;
    }
}
