DROP TABLE audit;;
--postgres
DROP FUNCTION audit_append_only();;
--end
