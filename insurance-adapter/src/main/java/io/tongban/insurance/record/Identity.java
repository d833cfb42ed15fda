package io.tongban.insurance.record;

import io.tongban.form.IdentityNumber;
import io.tongban.form.PlainName;

/** The number and name under which a bureau knows a person, each in its one form; the number is a citizen's. */
public record Identity(IdentityNumber number, PlainName name) {

    public Identity {
        if (number.kind() != IdentityNumber.Kind.CITIZEN || name.isEmpty()) {
            throw new IllegalArgumentException("an identity has a citizen's number and a name");
        }
    }

    /** The identity that was written so. */
    public static Identity of(String idNumber, String name) {
        return new Identity(IdentityNumber.of(idNumber), PlainName.of(name));
    }

    @Override
    public String toString() {
        return "Identity[hidden]";
    }
}
