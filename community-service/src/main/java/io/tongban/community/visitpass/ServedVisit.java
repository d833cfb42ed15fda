package io.tongban.community.visitpass;

import io.tongban.community.division.Tier;
import io.tongban.community.window.WindowId;
import java.util.UUID;

/**
 * An open visit as its pass vouches for it: who serves where, and for what.
 *
 * @param clerk the account of the clerk
 * @param centre the place that hosts the window
 * @param authority the body that staffs the window
 */
public record ServedVisit(
        UUID visit,
        String clerk,
        WindowId window,
        Tier tier,
        String divisionCode,
        UUID centre,
        String authority,
        String item) {}
