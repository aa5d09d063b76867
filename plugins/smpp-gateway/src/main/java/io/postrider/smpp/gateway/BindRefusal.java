package io.postrider.smpp.gateway;

import org.jsmpp.SMPPConstant;

/** Says to the person who filled in a form why an operator did not let it in. */
final class BindRefusal {
    private BindRefusal() {}

    static String sentence(int status) {
        OperatorError error = OperatorError.of(status);
        String why =
                switch (status) {
                    case SMPPConstant.STAT_ESME_RINVPASWD -> "the password is wrong";
                    case SMPPConstant.STAT_ESME_RINVSYSID -> "it does not know this system ID";
                    case SMPPConstant.STAT_ESME_RINVSYSTYP -> "the system type is wrong";
                    case SMPPConstant.STAT_ESME_RALYBND ->
                        "this login is connected already, and no more connections are allowed";
                    case SMPPConstant.STAT_ESME_RBINDFAIL ->
                        "check system ID, password and whether this server's address is allowed there";
                    default -> "ask the operator what this code means";
                };
        return "The operator refused the login: " + why + " (" + error.code() + " " + error.name() + ").";
    }
}
