package io.tongban.permit.casefile.visitpass;

import java.util.UUID;

/**
 * What community-service vouches for: this clerk serves a visit at this window, which takes the item.
 *
 * @param authority the body that staffs the window
 */
public record VisitPass(UUID visit, UUID window, String item, String authority, String clerk) {}
