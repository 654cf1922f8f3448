-- To take a call over is kept like the other ways in which leads are in calls.

alter table lead_session drop constraint lead_session_mode_check;
alter table lead_session add constraint lead_session_mode_check check (mode in ('listen', 'coach', 'barge', 'take-over'));
