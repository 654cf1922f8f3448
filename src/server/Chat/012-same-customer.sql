-- A customer's other conversations: by what the partner's page vouched for, by the address that was given, by the browser.
create index conversation_of_identity on conversation (identity) where identity is not null;
create index conversation_of_email on conversation (customer_email) where customer_email is not null;
create index conversation_of_visitor on conversation (visitor_id);
