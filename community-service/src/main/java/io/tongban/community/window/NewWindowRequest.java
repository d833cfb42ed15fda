package io.tongban.community.window;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** A window to be added; {@code centre} is the name of its host, which is founded if the division has none so named. */
record NewWindowRequest(
        @NotNull @Pattern(regexp = "[0-9]{12}") String division,
        @NotBlank @Size(max = 100) String centre,
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 100) String authority,
        @NotEmpty @Size(max = 100) Set<@NotBlank @Size(max = 100) String> items,
        @NotNull @Valid HoursBody hours) {}
