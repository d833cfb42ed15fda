package io.tongban.permit.casefile;

import io.tongban.permit.casefile.notice.Notice;
import java.util.Optional;

/**
 * A case as an act left it.
 *
 * @param notice the latest one
 */
public record Recorded(CaseFile file, Optional<Notice> notice) {}
