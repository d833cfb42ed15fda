package io.tongban.community.window;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** What a window becomes by a change; its hours are changed by themselves. */
record WindowRequest(
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 100) String authority,
        @NotEmpty @Size(max = 100) Set<@NotBlank @Size(max = 100) String> items) {}
