--postgres
DROP TRIGGER tally_confirmed ON target;;
DROP TRIGGER tally_confirmed_out ON target;;
DROP TRIGGER tally_confirmed_in ON target;;
DROP TRIGGER tally_registration_out ON registration;;
DROP TRIGGER tally_registration_in ON registration;;
DROP TRIGGER tally_device_out ON device;;
DROP TRIGGER tally_device_in ON device;;
DROP TRIGGER tally_line_out ON line;;
DROP TRIGGER tally_line_in ON line;;
DROP TRIGGER tally_site_out ON site;;
DROP TRIGGER tally_site_in ON site;;
DROP FUNCTION cordboard_tally_difference();;
DROP FUNCTION cordboard_tally();;
--end
--sqlite
DROP TRIGGER tally_confirmed;;
DROP TRIGGER tally_confirmed_out;;
DROP TRIGGER tally_confirmed_in;;
DROP TRIGGER tally_registration_out;;
DROP TRIGGER tally_registration_in;;
DROP TRIGGER tally_device_out;;
DROP TRIGGER tally_device_in;;
DROP TRIGGER tally_line_out;;
DROP TRIGGER tally_line_in;;
DROP TRIGGER tally_site_out;;
DROP TRIGGER tally_site_in;;
--end
DROP TABLE tally;;
DROP INDEX registration_end;;
DROP INDEX node_name;;
DELETE FROM search_term WHERE kind <> 'user';;
DROP INDEX search_term_owner;;
CREATE INDEX search_term_owner ON search_term (tenant_id, owner_id);;
DROP INDEX search_term_word;;
