package io.tongban.engine.guide;

import io.tongban.engine.basis.Remedy;

/**
 * What every guide says beside its standard.
 *
 * @param address where the public reaches this network, without a slash at the end; empty: addresses are written as paths
 * @param remedy how a decision can be contested
 */
public record Surroundings(String address, Remedy remedy) {

    public Surroundings {
        address = address.replaceAll("/+$", "");
    }

    /** Where the windows that take the item are looked up: the public search of the network. */
    String windowsFor(String item) {
        return address + "/api/v1/windows?item=" + item;
    }

    /** Where the version itself is read. */
    String standard(String item, String version) {
        return address + "/api/v1/standards/" + item + "/" + version;
    }
}
