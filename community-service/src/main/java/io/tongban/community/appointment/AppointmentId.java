package io.tongban.community.appointment;

import java.util.UUID;

/** The identity of an appointment; it stays when the appointment is moved. */
record AppointmentId(UUID value) {}
