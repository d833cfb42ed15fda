package io.tongban.community.ticket;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** What a ticket is to be taken for. */
record TicketRequest(
        @NotNull UUID window, @NotBlank @Size(max = 100) String item) {}
