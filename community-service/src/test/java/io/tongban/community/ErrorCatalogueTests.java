package io.tongban.community;

import io.tongban.community.division.DivisionProblem;
import io.tongban.community.ticket.TicketProblem;
import io.tongban.community.window.WindowProblem;
import io.tongban.platform.test.description.ErrorCatalogue;
import org.junit.jupiter.api.Test;

/** Every error of this service is in the catalogue, and nothing else is. */
class ErrorCatalogueTests {

    @Test
    void catalogueAndCodeAreEqual() throws ClassNotFoundException {
        ErrorCatalogue.check(
                DivisionProblem.class,
                WindowProblem.class,
                TicketProblem.class,
                Class.forName("io.tongban.community.appointment.AppointmentProblem"),
                Class.forName("io.tongban.community.visit.VisitProblem"));
    }
}
