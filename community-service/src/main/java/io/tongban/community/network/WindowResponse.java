package io.tongban.community.network;

import io.tongban.community.network.hours.Lunch;
import java.util.SortedSet;
import java.util.UUID;

/** A window on the wire; {@code host} is the id of the centre that answers for the place. */
record WindowResponse(
        UUID id,
        String name,
        Tier tier,
        String division,
        ServiceCentre centre,
        String authority,
        String authorityName,
        UUID host,
        SortedSet<String> items,
        HoursBody hours,
        Lunch lunch,
        int version) {

    static WindowResponse of(ServiceWindow window) {
        return new WindowResponse(
                window.id().value(),
                window.name(),
                window.division().tier(),
                window.division().code(),
                window.centre(),
                window.authority().id(),
                window.authority().name(),
                window.centre().id(),
                window.items(),
                HoursBody.of(window.hours()),
                window.hours().lunch(),
                window.version());
    }
}
