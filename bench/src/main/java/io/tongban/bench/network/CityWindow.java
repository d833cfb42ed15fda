package io.tongban.bench.network;

import io.tongban.platform.test.SigningKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A window that takes residence permits. */
public record CityWindow(String id, String tier, String division, String authority) {

    private static final String ITEM = "residence-permit";

    /** Windows of each tier in turn. */
    public static List<CityWindow> inTurn(CityNetwork network) throws IOException, InterruptedException {
        Caller anybody = new Caller(
                network, network.token("bench-applicant").roles("applicant").sign());
        JsonNode open = anybody.get("/api/v1/windows?item=" + ITEM + "&at=2017-05-08T09:30:00%2B08:00&limit=200")
                .expect(200)
                .body()
                .path("items");
        List<List<CityWindow>> tiers = new ArrayList<>();
        for (String tier : List.of("CITY", "DISTRICT", "STREET", "COMMUNITY")) {
            tiers.add(StreamSupport.stream(open.spliterator(), false)
                    .map(CityWindow::of)
                    .filter(window -> window.tier().equals(tier))
                    .toList());
        }
        int most = tiers.stream().mapToInt(List::size).max().orElse(0);
        List<CityWindow> inTurn = new ArrayList<>();
        for (int turn = 0; turn < most; turn++) {
            for (List<CityWindow> tier : tiers) {
                if (!tier.isEmpty()) {
                    inTurn.add(tier.get(turn % tier.size()));
                }
            }
        }
        return inTurn;
    }

    private static CityWindow of(JsonNode window) {
        return new CityWindow(
                window.path("id").asString(),
                window.path("tier").asString(),
                window.path("division").asString(),
                window.path("authority").asString());
    }

    /** A token of somebody who works at the window. */
    public SigningKey.Token clerk(CityNetwork network, String account) {
        return network.token(account)
                .roles("clerk")
                .claim("tier", tier.toLowerCase(Locale.ROOT))
                .claim("division", division)
                .claim("authority", authority);
    }

    /** A token of a reviewer of the authority for the residence of all newcomers. */
    public static SigningKey.Token reviewer(CityNetwork network, String account) {
        return network.token(account).roles("reviewer").claim("authority", "police-330104");
    }
}
