DROP TABLE site;;
DROP TABLE customer;;
DROP TABLE node_closure;;
DROP TABLE node;;
