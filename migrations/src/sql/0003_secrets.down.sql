DROP TABLE secret;;
DROP TABLE data_key;;
