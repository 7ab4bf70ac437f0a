process.env['FORDELA_TEST_DATABASE'] = 'postgres';
