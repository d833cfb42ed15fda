package io.tongban.permit.casefile.authority;

/** Names a body over time, for example {@code police-330104}. */
public record AuthorityId(String value) {

    public AuthorityId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an authority has a name");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
