-- What failed is little among what is: a provider asks for it of every customer at once.
CREATE INDEX target_failed ON target (tenant_id, id) WHERE failed_at IS NOT NULL;;
